import type { ListedVersion } from '@multaqa/shared/documents/wire';
import { announce } from '../../design/announce.ts';
import { tell } from '../../design/toasts.tsx';
import { useMoments } from '../../platform/moments.ts';
import { useText } from './texts.ts';

type Keep = (kind: 'named' | 'restored', title: string) => Promise<string | null>;

/** Keeps what is there now under a name, or before something older takes its place; whoever asked is told when it does not work. */
export function useKeeping(keep: Keep) {
  const text = useText();
  const { day, time } = useMoments();

  async function isKept(keeping: Promise<string | null>): Promise<boolean> {
    const refusal = await keeping;
    if (refusal === null) return true;
    tell(text(refusal === 'documents.full' ? 'history.full' : 'history.not-kept'), 'danger');
    return false;
  }

  return {
    async keepNamed(title: string): Promise<boolean> {
      const done = await isKept(keep('named', title));
      if (done) announce(text('history.kept', { title }));
      return done;
    },
    /** Puts a version in the place of what is there now; nothing is replaced that is not kept first. */
    async restore({ writtenAt }: ListedVersion, put: () => void): Promise<void> {
      const when = `${day(writtenAt)}, ${time(writtenAt)}`;
      if (!(await isKept(keep('restored', text('history.before', { when }))))) return;
      put();
      tell(text('history.restored'));
    },
  };
}
