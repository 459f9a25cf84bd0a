import { credentialSettings } from './connection.js';

const keyWords = /(?:api|developer|entwickler|app)[\s_-]*(?:key|schl(?:ü|ue)ssel)|x-billbee-api-key/i;
const loginWords = /passwor[dt]|kennwort|\buser|benutzer|\blogin|\banmelde|\bbasic\b/i;

/**
 * Which credentials a refusal is about, as far as its words tell. Billbee does not publish them; what is not
 * clear names all three.
 *
 * @example namedInRefusal('Der API-Key ist unbekannt') // ['apiKey']
 */
export function namedInRefusal(words: string): readonly string[] {
  const aboutKey = keyWords.test(words);
  const aboutLogin = loginWords.test(words);
  if (aboutKey === aboutLogin) return credentialSettings;
  return aboutKey ? ['apiKey'] : ['username', 'apiPassword'];
}
