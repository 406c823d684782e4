/** The four words of a key, loaded with their list when they are shown. */
export { keyWords } from './platform/assignment/seed-words';
