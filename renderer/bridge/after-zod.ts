// Loads modules that build schemas. Zod must be told first, and in a load of its own: chunks keep no order among themselves.

export async function afterZod<Module>(load: () => Promise<Module>): Promise<Module> {
  await import('./jitless');
  return load();
}
