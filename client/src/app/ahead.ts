import { prepareDialogue } from '../dialogue/prepared.ts';
import { loadDevice, prepareMedia } from '../facilitate/media/use-media.ts';
import { textsReady } from '../platform/languages.ts';
import { reportFault } from '../platform/report-fault.ts';

/** Loads the devices, the room and the code of voice and video, with their texts. */
export async function loadPages(): Promise<void> {
  await Promise.all([
    import('../facilitate/media/devices/DeviceStep.tsx'),
    import('./dialogue/DialoguePages.tsx'),
    import('./room/RoomPage.tsx'),
    import('./room/Plenary.tsx'),
    loadDevice(),
  ]);
  await textsReady();
}

/**
 * Gets ready for a session while somebody still chooses devices: the pages that follow, the connection to the dialogue,
 * and that to the media server. What then remains after the click is a place, and the first sound. Returns how to let
 * go of what nobody has come to use.
 */
export function goAhead(id: string, session: string | null): () => void {
  const pages: Promise<unknown>[] =
    session === null
      ? [
          import('./dialogue/DialoguePages.tsx'),
          import('./dialogue/story/StoryPage.tsx'),
          import('./dialogue/AnswersPage.tsx'),
        ]
      : [import('./dialogue/DialoguePages.tsx'), import('./room/RoomPage.tsx'), import('./room/Plenary.tsx')];
  // What fails here is met again, and told, when it is needed.
  Promise.all(pages).then(textsReady).catch(reportFault('ahead'));
  const { dialogue, release } = prepareDialogue(id);
  const letGo = session === null ? () => {} : prepareMedia(dialogue, session);
  return () => {
    letGo();
    release();
  };
}
