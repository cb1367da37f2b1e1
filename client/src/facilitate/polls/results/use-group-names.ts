import { others } from '@multaqa/shared/facilitate/polls/results/splits';
import type { Dimension } from '@multaqa/shared/facilitate/polls/sheet';
import type { Language } from '@multaqa/shared/kernel/languages';
import { useCallback } from 'react';
import { useClusterName } from '../../../dialogue/cluster-name.ts';
import { useRoomName } from '../../../dialogue/rooms.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { languages, useLanguage, useLanguageName } from '../../../platform/languages.ts';
import type { NamedGroup } from './chart/consent.tsx';
import { useText } from './texts.ts';

/** How the groups are called that a result is divided by, with the marks of clusters. */
export function useGroupNames(): (by: Dimension, group: string) => NamedGroup {
  const text = useText();
  const { language } = useLanguage();
  const clusterName = useClusterName();
  const roomName = useRoomName();
  const languageName = useLanguageName();
  const published = useView(view => view.cluster.published);
  return useCallback(
    (by, group) => {
      const special = group === others ? 'others' : group === '' ? 'unknown' : null;
      if (special) return { name: text(`poll-results.${special}`), mark: null };
      if (by !== 'cluster') return { name: nameOf[by](group, { language, roomName, languageName }), mark: null };
      const found = published?.clusters.find(({ cluster }) => cluster === group);
      return { name: found ? clusterName(found) : text('poll-results.cluster-gone'), mark: found?.mark ?? null };
    },
    [text, language, clusterName, roomName, languageName, published],
  );
}

type Words = {
  language: Language;
  roomName: ReturnType<typeof useRoomName>;
  languageName: ReturnType<typeof useLanguageName>;
};

const nameOf: { [By in Exclude<Dimension, 'cluster'>]: (group: string, words: Words) => string } = {
  room: (group, { roomName }) => roomName(group),
  language: (group, { languageName }) => (isLanguage(group) ? languageName(group) : group),
  municipality: (group, { language }) => townName(group, language),
};

const isLanguage = (tag: string): tag is Language => languages.some(one => one === tag);

/** "Sfax, Tunisia" of `Sfax/TN`; the country is what stands behind the last stroke. */
function townName(group: string, language: Language): string {
  const end = group.lastIndexOf('/');
  const [town, code] = [group.slice(0, Math.max(end, 0)) || group, group.slice(end + 1)];
  if (end < 0 || !/^[A-Z]{2}$/.test(code)) return town;
  const country = new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format([town, country]);
}
