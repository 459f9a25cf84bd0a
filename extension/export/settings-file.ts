import { parseSettingsFile, printSettingsFile, type SettingsFile } from 'importer-core/statuses';
import * as z from 'zod/mini';

// Extension pages may not make code of text, and zod would try to find out whether it can.
z.config({ jitless: true });

/** Name under which the file is saved. */
export const settingsFileName = 'billbee-settings.json';

/**
 * The settings file as the importer reads it.
 *
 * @throws {SettingsFileError} when the ids contradict each other
 */
export const writeSettings = (fields: SettingsFile): string => printSettingsFile(fields);

/** @throws {SettingsFileError} naming the key at fault, in both languages */
export const readSettings = (text: string): SettingsFile => parseSettingsFile(text);
