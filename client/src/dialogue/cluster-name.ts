import type { Cluster } from '@multaqa/shared/cluster/cluster.state';
import { nameIn } from '@multaqa/shared/name-in';
import { useCallback } from 'react';
import { useLanguage } from '../platform/languages.ts';
import { useCommonText } from '../platform/texts.ts';

/** How a cluster is called: in the language of the interface, else in another one, else by a letter. */
export function useClusterName(): (cluster: Pick<Cluster, 'names' | 'mark'>) => string {
  const text = useCommonText();
  const { language } = useLanguage();
  return useCallback(
    ({ names, mark }) => nameIn(names, language) || text('clusters.unnamed', { letter: numbered(mark) }),
    [text, language],
  );
}

/** A to Z, then AA and so on. */
const numbered = (mark: number): string =>
  (mark < 26 ? '' : String.fromCharCode(64 + Math.floor(mark / 26))) + String.fromCharCode(65 + (mark % 26));
