import { describe, expect, it } from 'vitest';
import { csv, csvFile } from './csv';

describe('csv', () => {
  it('leaves out what is not there, and quotes what would be read wrongly', () => {
    const rows = [
      [1.5, null],
      ['x, "y"', Infinity],
      ['a\nb', -0.25],
    ];
    expect(csv(['a', 'b'], rows)).toBe('a,b\r\n1.5,\r\n"x, ""y""",\r\n"a\nb",-0.25\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＠SUM(A1)'])(
    'keeps the text %j from being run as a formula',
    (text) => {
      const [line] = csv([text], []).split('\r\n');
      expect(line!.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('writes files whose letters every spreadsheet reads: a byte order mark first', async () => {
    const bytes = new Uint8Array(await csvFile(csv(['3 × 3 → 2'], [])).arrayBuffer());
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('3 × 3 → 2\r\n');
  });
});
