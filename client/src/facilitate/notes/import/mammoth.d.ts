// The package describes its build for Node only; that for browsers has the same functions.
declare module 'mammoth/mammoth.browser.js' {
  import mammoth from 'mammoth';

  export default mammoth;
}
