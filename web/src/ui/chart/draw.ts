import { BarChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([BarChart, LineChart, SankeyChart, ScatterChart]);
echarts.use([GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

/** Draws a chart into an element and follows its size and theme; returns how to change and how to end it. */
export function draw(element: HTMLElement): { show(option: echarts.EChartsCoreOption): void; end(): void } {
  const chart = echarts.init(element);
  const follow = new ResizeObserver(() => chart.resize());
  follow.observe(element);
  return {
    show: (option) => chart.setOption(option, true),
    end: () => {
      follow.disconnect();
      chart.dispose();
    },
  };
}
