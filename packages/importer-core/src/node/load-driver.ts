import { storeMessages } from '../messages/core/store-messages.js';

/**
 * Loads a database driver, an optional peer dependency.
 *
 * @throws SettingsError `driver-missing` when it is not installed
 */
export async function loadDriver<T>(name: 'pg' | '@electric-sql/pglite', load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw storeMessages.settings('driver-missing', { package: name }, [name], { cause: error });
  }
}
