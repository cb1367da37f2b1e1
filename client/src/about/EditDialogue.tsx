import { Dialog } from '../design/Dialog.tsx';
import { useCommand, useView } from '../dialogue/use-dialogue.ts';
import { refusalText } from '../platform/texts.ts';
import { DialogueForm } from './DialogueForm.tsx';
import { useText } from './texts.ts';

/** Changes title, goal and languages of the dialogue on the screen. */
export function EditDialogue({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const text = useText();
  const send = useCommand();
  const about = useView(view => view.about);
  if (about.status === 'unborn') return null;
  const { title, goal, languages } = about;
  return (
    <Dialog title={text('about.edit')} isOpen={isOpen} onClose={onClose}>
      <DialogueForm
        start={{ title, goal, languages }}
        submit={text('common.save')}
        onClose={onClose}
        onSubmit={async input => {
          const ack = await send('about.edit', input, { forgetRefusal: true });
          if (!ack.ok) return refusalText(text, ack);
          onClose();
          return null;
        }}
      />
    </Dialog>
  );
}
