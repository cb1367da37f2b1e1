import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { tell } from '../../../design/toasts.tsx';
import { useCommand } from '../../../dialogue/use-dialogue.ts';
import { get } from '../../../platform/http.ts';
import { newId } from '../../../platform/ids.ts';
import { resultOrNull } from '../../../platform/report-fault.ts';
import { refusalText } from '../../../platform/texts.ts';
import { useText } from '../texts.ts';

let launchedHere = '';

/** True, once, for the run that was started here last: its card comes into sight. */
export function takeLaunched(run: string): boolean {
  if (launchedHere !== run) return false;
  launchedHere = '';
  return true;
}

/** Starts a poll in some rooms; true when it runs. Ballot papers of an anonymous one are made by a key that is the same for everybody. */
export function useLaunch(): (poll: string, sheet: Sheet, rooms: readonly RoomId[]) => Promise<boolean> {
  const text = useText();
  const send = useCommand();
  return async (poll, sheet, [room, ...also]) => {
    if (room === undefined) return false;
    const key =
      sheet.names === 'never' ? await resultOrNull(get<{ key: string }>('/ballots/key'), 'key of ballots') : null;
    if (sheet.names === 'never' && key === null) {
      tell(text('polls.no-key'), 'danger');
      return false;
    }
    const run = newId();
    launchedHere = run;
    const ack = await send('polls.launch', { poll, run, room, also, key: key?.key ?? null }, { forgetRefusal: true });
    if (!ack.ok) tell(refusalText(text, ack), 'danger');
    return ack.ok;
  };
}
