export { type EmbeddedOptions, type EmbeddedServer, startEmbeddedServer } from './embedded-server.js';
export { EmbeddedServerError } from './embedded-server.error.js';
