// Draws an ECharts option into an element, in the page's own colours, and keeps it fitting when the element changes its size.
window.dotmacChart = function (element, option) {
  if (!element.dotmacOption) {
    // Light and dark have colours of their own; a chart takes them when it is drawn.
    new MutationObserver(() => element.isConnected && window.dotmacChart(element, element.dotmacOption))
      .observe(document.documentElement, { attributes: true, attributeFilter: ['theme'] });
  }
  element.dotmacOption = option;
  const style = getComputedStyle(element);
  const colour = (name) => style.getPropertyValue(name).trim();
  const text = colour('--lumo-secondary-text-color');
  const line = colour('--lumo-contrast-10pct');
  let chart = window.echarts.getInstanceByDom(element);
  if (!chart) {
    chart = window.echarts.init(element, null, { renderer: 'svg' });
    new ResizeObserver(() => chart.resize()).observe(element);
  }
  const axis = (given) => given && Object.assign({
    axisLine: { lineStyle: { color: line } }, axisTick: { show: false },
    axisLabel: { color: text, interval: 0, hideOverlap: true }, splitLine: { lineStyle: { color: line } }
  }, given);
  chart.setOption(Object.assign({
    color: [colour('--dm-chart-1'), colour('--dm-chart-2'), colour('--dm-chart-3'), colour('--dm-chart-4')],
    textStyle: { fontFamily: 'inherit', color: text },
    grid: { left: 8, right: 16, top: 32, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', confine: true },
    legend: { top: 0, right: 0, textStyle: { color: text }, icon: 'roundRect', itemWidth: 10, itemHeight: 10 },
    animation: false
  }, option, { xAxis: axis(option.xAxis), yAxis: axis(option.yAxis) }), true);
};
