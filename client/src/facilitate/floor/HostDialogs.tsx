import { openDialog, useOpenDialog } from './dialogs.ts';
import { GiveDialog } from './GiveDialog.tsx';
import { RoundDialog } from './RoundDialog.tsx';
import { RuleDialog } from './RuleDialog.tsx';

const close = () => openDialog(null);

/** The dialogs of hosts about the floor. */
export function HostDialogs() {
  const { open } = useOpenDialog();
  return (
    <>
      <GiveDialog isOpen={open === 'give'} onClose={close} />
      <RoundDialog isOpen={open === 'round'} onClose={close} />
      <RuleDialog isOpen={open === 'rule'} onClose={close} />
    </>
  );
}
