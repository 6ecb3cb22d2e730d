import type { HookPayload } from '../payload.js';

/** What a tool call is about to do to a file. */
export interface FileWrite {
  /** As the tool was given it. */
  path: string;
  /** Pieces of text that the call takes out. */
  before: string[];
  /** Pieces of text that it puts in; of a notebook, only code. */
  after: string[];
}

/**
 * Reads the call of a tool that writes one file (the tools of client 2.1.330, and MultiEdit of earlier ones);
 * undefined for every other tool, and where the path is missing or no text.
 */
export function readFileWrite({ toolName, toolInput }: HookPayload): FileWrite | undefined {
  if (!toolInput || !toolName) return undefined;
  const path = toolName === 'NotebookEdit' ? toolInput.notebook_path : toolInput.file_path;
  if (typeof path !== 'string' || path === '') return undefined;
  switch (toolName) {
    case 'Write':
      return {
        path,
        before: [],
        after: /\.ipynb$/i.test(path) ? codeCells(toolInput.content) : texts(toolInput.content),
      };
    case 'Edit':
      return { path, before: texts(toolInput.old_string), after: texts(toolInput.new_string) };
    case 'MultiEdit': {
      const edits = Array.isArray(toolInput.edits) ? toolInput.edits.filter(isObject) : [];
      return {
        path,
        before: edits.flatMap((edit) => texts(edit.old_string)),
        after: edits.flatMap((edit) => texts(edit.new_string)),
      };
    }
    case 'NotebookEdit': {
      const code = toolInput.cell_type !== 'markdown' && toolInput.edit_mode !== 'delete';
      return { path, before: [], after: code ? texts(toolInput.new_source) : [] };
    }
    default:
      return undefined;
  }
}

/** The source of every code cell of a whole notebook; a text that is no notebook has none. */
function codeCells(content: unknown): string[] {
  if (typeof content !== 'string') return [];
  let notebook: unknown;
  try {
    notebook = JSON.parse(content);
  } catch {
    return [];
  }
  const cells = isObject(notebook) && Array.isArray(notebook.cells) ? notebook.cells.filter(isObject) : [];
  return cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ source }) => (Array.isArray(source) ? source.flatMap(texts).join('') : texts(source).join('')));
}

function texts(value: unknown): string[] {
  return typeof value === 'string' ? [value] : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
