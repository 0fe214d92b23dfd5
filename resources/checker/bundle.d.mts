import type { Plugin } from 'vite'

export declare const CHECKER_SCRIPT: string
export declare function checkerScript(): Promise<string>
export declare const checkerBeside: Plugin
