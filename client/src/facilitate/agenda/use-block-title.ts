import { nameIn } from '@multaqa/shared/name-in';
import { useLanguage } from '../../platform/languages.ts';
import { useCurrent } from './use-agenda.ts';

/** How the block that goes on is called, in the language of the interface; null while none does. */
export function useBlockTitle(): string | null {
  const { language } = useLanguage();
  const current = useCurrent();
  return current && nameIn(current.block.title, language);
}
