/** Styles are taken in by the build; a script gets nothing from them. */
declare module '*.css';
