import 'reflect-metadata';
import { startJobProcess } from './job-process.js';
import { Config } from './platform/config/config.js';
import { createLogger } from './platform/logging/logger.js';
import { Metrics } from './platform/metrics/metrics.js';
import { serveMetrics } from './platform/metrics/serve-metrics.js';

const config = Config.fromEnvironment();
const logger = createLogger(config.settings.LOG_LEVEL, 'worker');
const app = await startJobProcess(config, logger);
app.enableShutdownHooks();
const { METRICS_PORT, HOST } = config.settings;
if (METRICS_PORT) await serveMetrics(app.get(Metrics), METRICS_PORT, HOST);
logger.info('job process runs');
process.send?.('ready');
