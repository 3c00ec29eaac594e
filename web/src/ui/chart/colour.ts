/** The colour as the canvas understands it: custom properties and light-dark() resolved where the chart stands. */
export function colourIn(element: HTMLElement, colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  element.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}
