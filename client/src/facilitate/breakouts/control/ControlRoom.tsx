/** Every room at once. */
export function ControlRoom() {
  return <div />;
}
