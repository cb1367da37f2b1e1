import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { Pill } from '../../../design/Pill.tsx';
import { useText } from './texts.ts';

/** Says that newcomers find the session locked; nothing while it is not. */
export function LockMark({ session }: { session: OpenSessionView }) {
  const text = useText();
  if (session.door !== 'locked') return null;
  return (
    <Pill tone="warning">
      <Icon of={IconLock} size={16} />
      {text('live.locked')}
    </Pill>
  );
}
