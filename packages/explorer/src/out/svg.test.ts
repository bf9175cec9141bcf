import { expect, test } from '@jest/globals';
import { element, text } from './svg.ts';

test('texts cannot end an element or an attribute, nor hold what XML does not have', () => {
  expect(text('<a href="x">&\u0000\u001b')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;');
  expect(element('g', { id: '"><script>' }, text('</g>'))).toBe(
    '<g id="&quot;&gt;&lt;script&gt;">&lt;/g&gt;</g>',
  );
});

test('numbers are written to a tenth of a pixel', () => {
  expect(element('circle', { r: 1.2345, cx: -0.04 })).toBe('<circle r="1.2" cx="0"/>');
});
