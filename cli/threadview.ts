#!/usr/bin/env node
/** The command `threadview`: starts the rest, compiled once and kept where Node can do that (22.8 and up). */
import module from 'node:module';

module.enableCompileCache?.();
await import('./main.ts');
