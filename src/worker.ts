import 'reflect-metadata';
import { startJobProcess } from './job-process.js';
import { Config } from './platform/config/config.js';
import { createLogger } from './platform/logging/logger.js';

const config = Config.fromEnvironment();
const logger = createLogger(config.settings.LOG_LEVEL, 'worker');
const app = await startJobProcess(config, logger);
app.enableShutdownHooks();
logger.info('job process runs');
process.send?.('ready');
