import { describe, expect, it } from 'vitest';
import { openMeeting } from './meeting.samples.ts';

/**
 * The laws of documents.
 *
 * [N1] What is acknowledged is on disk, and everybody who has the document open is told of it.
 */
describe('documents', () => {
  it('[N1] two people write together, over long polling too, and find it again after a restart', async () => {
    const { typer, ben, cleo, app, dialogue, document } = await openMeeting();
    const [one, two] = [await typer(ben), await typer(cleo, { transports: ['polling'] })];
    one.type('Ben was here. ');
    two.type('Cleo too. ');
    await Promise.all([one.saved(), two.saved()]);
    await expect.poll(one.text).toContain('Cleo too.');
    await expect.poll(two.text).toBe(one.text());
    const kept = await app.store.documents.load(dialogue, document);
    expect(kept.updates.map(({ person }) => person).toSorted()).toEqual([ben, cleo].toSorted());
    const three = await typer(cleo);
    expect(three.text()).toBe(one.text());
  });
});
