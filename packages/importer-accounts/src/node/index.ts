/** importer-accounts/node: encryption keys and the vault, which need Node. */
export { parseEncryptionKeys, readKeyFile, writeKeyFile } from './encryption-keys.js';
export { openJoseVault } from './jose-vault.js';
export { announceWork, listenForWork } from './work-signal.js';
