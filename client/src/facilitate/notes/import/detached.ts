type Policy = { createHTML(html: string): string };
type Policies = { createPolicy(name: string, rules: Policy): Policy };

// The page's content policy lets a text become HTML through a policy that somebody has answered for, and in no other way.
const { trustedTypes } = globalThis as { trustedTypes?: Policies };
const policy = trustedTypes?.createPolicy('multaqa-import', { createHTML: html => html });

/** The body of a page with this HTML, apart from the page on the screen: nothing in it runs, and nothing is fetched. */
export function detachedBody(html: string): HTMLElement {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html').body;
}
