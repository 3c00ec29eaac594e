import 'reflect-metadata';
import { createApi } from './api.js';
import { Config } from './platform/config/config.js';
import { createLogger } from './platform/logging/logger.js';

const config = Config.fromEnvironment();
const logger = createLogger(config.settings.LOG_LEVEL, 'api');
const app = await createApi(config, logger);
app.enableShutdownHooks();
await app.listen(config.settings.PORT, config.settings.HOST);
logger.info({ port: config.settings.PORT }, 'API listens');
process.send?.('ready');
