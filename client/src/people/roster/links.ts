import { limits } from '@multaqa/shared/limits';
import { post } from '../../platform/http.ts';

/** Personal join links by person, made on the way when there was none. */
export async function joinLinks(dialogue: string, people: readonly string[]): Promise<Record<string, string>> {
  const links: Record<string, string> = {};
  for (let at = 0; at < people.length; at += limits.peoplePerImport) {
    const some = people.slice(at, at + limits.peoplePerImport);
    const answer = await post<{ links: Record<string, string> }>(`/dialogues/${dialogue}/links`, { people: some });
    Object.assign(links, answer.links);
  }
  return links;
}
