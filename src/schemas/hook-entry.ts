import * as z from 'zod/mini';

const seconds = z
  .number()
  .check(z.positive())
  .register(z.globalRegistry, { description: 'Seconds until it is stopped.' });

const common = {
  timeout: z.optional(seconds),
  if: z.optional(z.string()).register(z.globalRegistry, {
    description: 'A permission rule, such as Bash(git *): the hook runs only for what it fits.',
  }),
  statusMessage: z.optional(z.string()),
  once: z.optional(z.boolean()),
  onFailure: z.optional(z.enum(['block', 'continue'])),
};

const text = z.string().check(z.minLength(1));

/** A hook as the client (2.1.330) runs it; an entry with other values is dropped. Keys that it does not know do no harm. */
export const hookEntry = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('command'),
    command: text.register(z.globalRegistry, {
      description: 'What a shell runs; with args it is started as it stands.',
    }),
    args: z.optional(z.array(z.string())),
    shell: z.optional(z.enum(['bash', 'powershell'])),
    async: z.optional(z.boolean()),
    asyncRewake: z.optional(z.boolean()),
    ...common,
  }),
  z.looseObject({ type: z.literal('prompt'), prompt: z.string(), ...common }),
  z.looseObject({ type: z.literal('agent'), prompt: z.string(), ...common }),
  z.looseObject({ type: z.literal('http'), url: z.url(), ...common }),
  z.looseObject({ type: z.literal('mcp_tool'), server: text, tool: text, ...common }),
]);
