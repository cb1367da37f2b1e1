/** Puts a text on the clipboard; false when the browser refuses. Pages without TLS have no clipboard API, an old command still works there. */
export async function copyText(value: string): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(value);
      return true;
    } catch {
      // The page lost the focus or the permission; the old way may still do.
    }
  }
  const field = document.createElement('textarea');
  field.value = value;
  field.setAttribute('readonly', '');
  field.style.position = 'fixed';
  field.style.opacity = '0';
  const dialog = document.querySelector('[role="dialog"]');
  (dialog ?? document.body).append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  return isCopied;
}
