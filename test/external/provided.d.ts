import 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of a database in which the role may only read. */
    databaseUri: string;
    npmCache: string;
  }
}
