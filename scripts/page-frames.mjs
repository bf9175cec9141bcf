/**
 * `node scripts/page-frames.mjs URL`: measures what a frame of zooming, dragging and brushing costs
 * on the page of a running server: script, style, layout and drawing on the main thread. It needs
 * Chromium (set CHROMIUM to its path if it is not /usr/bin/chromium).
 */
import { chromium } from 'playwright-core';

const [url = 'http://localhost:4000'] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});

const medianOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  /** How long the main thread has worked, in milliseconds. */
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  const nextFrame = () =>
    page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    );
  const measure = async (name, steps, act) => {
    const costs = [];
    for (let i = 0; i < steps; i++) {
      const before = await worked();
      await act(i);
      await nextFrame();
      costs.push((await worked()) - before);
    }
    const [median, most] = [medianOf(costs), Math.max(...costs)].map((cost) => cost.toFixed(1));
    console.log(`${name}: median ${median} ms, most ${most} ms, ${steps} frames`);
    await page.waitForTimeout(500);
  };

  await page.goto(url);
  await page.locator('.map .sign').first().waitFor({ timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1_500);
  const map = await page.locator('.map').boundingBox();
  const [x, y] = [map.x + map.width / 2, map.y + map.height / 2];
  await page.mouse.move(x, y);
  await measure('zoom', 20, (i) => page.mouse.wheel(0, i < 10 ? -60 : 60));
  await page.mouse.move(x, y + 40);
  await page.mouse.down();
  await measure('drag', 30, (i) => page.mouse.move(x + (i < 15 ? i * 6 : 180 - i * 6), y + 40));
  await page.mouse.up();
  const timeline = await page.locator('.timeline svg').boundingBox();
  await page.mouse.move(timeline.x + 100, timeline.y + 20);
  await page.mouse.down();
  await measure('brush', 30, (i) => page.mouse.move(timeline.x + 100 + i * 5, timeline.y + 20));
  // Less than a few pixels is a click, so that the period stays as it is.
  await page.mouse.move(timeline.x + 101, timeline.y + 20);
  await page.mouse.up();
} finally {
  await browser.close();
}
