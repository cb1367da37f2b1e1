import { languages } from '@multaqa/shared/kernel/languages';
import { describe, expect, test } from 'vitest';
import { invitationMessage } from './invitation-message.ts';

const link = 'https://example.org/j/#abcdefghijklmnop';
const input = {
  name: 'Cleo',
  country: 'TN',
  inviter: 'Ada',
  title: 'Local jobs',
  next: { startsAt: Date.UTC(2026, 8, 29, 8), zone: 'Africa/Tunis' },
  link,
};

describe('an invitation', () => {
  test.each(languages)(
    'says who invites whom to what and when, and has its link alone on a line (%s)',
    async language => {
      const message = await invitationMessage({ ...input, language });
      for (const part of ['Cleo', 'Ada', 'Local jobs']) expect(message).toContain(part);
      expect(message).toMatch(/0?9[:h ]/);
      expect(message.split('\n')).toContain(link);
      expect(message).not.toMatch(/\{|message\./);
    },
  );

  test('is another sentence in every language', async () => {
    const all = await Promise.all(languages.map(language => invitationMessage({ ...input, language })));
    expect(new Set(all).size).toBe(languages.length);
  });

  test('to several people greets nobody by name, and tells no time where none is planned', async () => {
    const message = await invitationMessage({ ...input, language: 'en', name: null, next: null, inviter: null });
    expect(message).toMatch(/^Hello,/);
    expect(message).toContain('You are invited');
    expect(message).not.toContain('session');
  });
});
