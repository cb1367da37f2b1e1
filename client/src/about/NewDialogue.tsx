import { useNavigate } from 'react-router';
import { Dialog } from '../design/Dialog.tsx';
import { post, refusedBy } from '../platform/http.ts';
import { useLanguage } from '../platform/languages.ts';
import { refusalText } from '../platform/texts.ts';
import { DialogueForm } from './DialogueForm.tsx';
import { useText } from './texts.ts';

/** Begins a dialogue and leads into it. */
export function NewDialogue({ isOpen, onClose, onMade }: { isOpen: boolean; onClose(): void; onMade(): void }) {
  const text = useText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  return (
    <Dialog title={text('about.new')} isOpen={isOpen} onClose={onClose}>
      <DialogueForm
        start={{ title: '', goal: '', languages: [language] }}
        submit={text('about.create')}
        onClose={onClose}
        onSubmit={async input => {
          try {
            const { dialogue } = await post<{ dialogue: string }>('/dialogues', input);
            onMade();
            await navigate(`/d/${dialogue}`);
            return null;
          } catch (error) {
            return refusalText(text, refusedBy(error));
          }
        }}
      />
    </Dialog>
  );
}
