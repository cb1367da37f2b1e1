import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

describe('the configuration', () => {
  test('needs nothing', () => {
    expect(readConfig({})).toMatchObject({ ok: true, config: { PORT: 3000, TURN_URLS: [], LOG_LEVEL: 'warn' } });
  });

  test('takes an empty variable for an absent one', () => {
    expect(readConfig({ SMTP_URL: '', PORT: '' })).toMatchObject({ ok: true, config: { PORT: 3000 } });
  });

  test('reports every mistake at once', () => {
    const read = readConfig({
      PORT: 'x',
      DATABASE_URL: 'mysql://db',
      PUBLIC_URL: 'multaqa.example',
      TURN_URLS: 'http://x',
    });
    expect(read.ok ? [] : read.mistakes.map(mistake => mistake.split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'DATABASE_URL',
      'TURN_URLS.0',
    ]);
  });
});
