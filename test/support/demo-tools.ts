import { demoToolsOf } from '../../src/cli/demo/demo-tools.js';
import type { DemoTools } from '../../src/cli/demo/demo-region.js';
import type { TestApp } from './app.js';

/** What loads the demo region into a running product. */
export function demoTools(app: TestApp): DemoTools {
  return demoToolsOf(app.api);
}
