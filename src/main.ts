import 'reflect-metadata';
import { createApi } from './api.js';
import { Config } from './platform/config/config.js';
import { createLogger } from './platform/logging/logger.js';
import { Metrics } from './platform/metrics/metrics.js';
import { serveMetrics } from './platform/metrics/serve-metrics.js';

const config = Config.fromEnvironment();
const logger = createLogger(config.settings.LOG_LEVEL, 'api');
const app = await createApi(config, logger);
app.enableShutdownHooks();
const { METRICS_PORT, HOST } = config.settings;
if (METRICS_PORT) await serveMetrics(app.get(Metrics), METRICS_PORT, HOST);
await app.listen(config.settings.PORT, config.settings.HOST);
logger.info({ port: config.settings.PORT }, 'API listens');
process.send?.('ready');
