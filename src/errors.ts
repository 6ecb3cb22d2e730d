/** Something that the person at the keyboard can put right: what is wrong and where, and how to mend it. Exit code 2. */
export class UsageError extends Error {
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.name = 'UsageError';
    this.help = help;
  }
}

/** A change of the disk as a whole that failed; `isUndone` says whether everything is as it was. */
export class TransactionError extends Error {
  readonly isUndone: boolean;

  constructor(cause: unknown, isUndone: boolean) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'TransactionError';
    this.isUndone = isUndone;
  }
}

/** An error of the operating system, in words; anything else is a defect of ours and stays what it is. */
export function explainSystemError(error: unknown): UsageError | undefined {
  if (error instanceof TransactionError) return explainTransaction(error);
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const { code, path: file } = error as NodeJS.ErrnoException;
  const where = file ?? 'a file';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return new UsageError(`No permission for ${where}.`, 'Check who owns it and its permissions.');
    case 'EROFS':
      return new UsageError(`${where} is on a read-only file system.`, 'Choose a folder that can be written.');
    case 'ENOSPC':
    case 'EDQUOT':
      return new UsageError(`The disk is full at ${where}.`, 'Free some space and run the command again.');
    case 'ENOTDIR':
    case 'EEXIST':
      return new UsageError(`${where} cannot be used: a file stands where a folder is needed.`, 'Move that file away.');
    case 'EISDIR':
      return new UsageError(`${where} is a folder where a file is needed.`, 'Move that folder away.');
    case 'ENOENT':
      return new UsageError(`${where} does not exist.`, 'Check the path.');
    case 'ENOTSUP':
      return new UsageError(`${where} is no regular file.`, 'Move it away.');
    case 'ELOOP':
      return new UsageError(`${where} is a symbolic link that leads to itself.`, 'Mend the link.');
    case 'ENAMETOOLONG':
      return new UsageError(`The path ${where} is too long.`, 'Choose a shorter path.');
    case 'EXDEV':
      return new UsageError(`${where} lies on a file system of its own.`, 'Unmount it, or choose another folder.');
    case 'EBUSY':
    case 'ETXTBSY':
      return new UsageError(`${where} is in use.`, 'End what uses it, or unmount it, and run the command again.');
    case 'EIO':
      return new UsageError(`${where} cannot be read or written: the disk reports an error.`, 'Check the disk.');
    default:
      return undefined;
  }
}

function explainTransaction({ cause, isUndone }: TransactionError): UsageError | undefined {
  const known = cause instanceof UsageError ? cause : explainSystemError(cause);
  const outcome = isUndone
    ? 'Everything is as it was.'
    : 'It could not be undone; the next run of any command will finish or undo it.';
  return known && new UsageError(`${known.message} ${outcome}`, known.help);
}
