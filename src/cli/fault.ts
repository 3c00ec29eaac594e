import { ConfigError } from '../platform/config/settings.js';
import { EmbeddedServerError } from '../platform/database/embedded/index.js';
import { StartError } from './start-error.js';

/** Faults that the person at the keyboard can mend get words; anything else is a bug and keeps its stack. */
export function wordsFor(error: unknown): unknown {
  if (error instanceof EmbeddedServerError) return `${error.code}: ${error.message}\n${error.hint}`;
  return error instanceof ConfigError || error instanceof StartError ? error.message : error;
}
