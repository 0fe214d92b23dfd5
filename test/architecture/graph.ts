import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** One import as it stands in a file. Paths from the root of the repository, with `/`. */
export interface Import {
  from: string
  /** File inside the repository, `node:…` for a module of Node, or the name of a package. */
  to: string
  /** Vanishes when compiled. */
  typeOnly: boolean
}

export const NOWHERE = ' (missing)'

const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^#shared\/(domain|contract|i18n)$/, 'shared/$1/index.ts'],
  [/^#shared\/(.*)$/, 'shared/$1.ts'],
  [/^#core\/(.*)$/, 'electron/core/$1.ts'],
  [/^#test\/(.*)$/, 'test/$1.ts'],
]

/** Every source file of the given folders. */
export function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|vue|mjs|js)$/.test(entry.name) && !/\.d\.ts$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
  )
}

/** All imports of the given files, static and dynamic, `export … from` included. A path that leads to no file ends in `NOWHERE`. */
export function importsOf(files: readonly string[]): Import[] {
  return files.flatMap((from) =>
    specifiers(from, readFileSync(join(root, from), 'utf8')).map(({ text, typeOnly }) => ({
      from,
      to: resolved(from, text),
      typeOnly,
    })),
  )
}

interface Specifier {
  text: string
  typeOnly: boolean
}

/** What a file imports, in its own words. Of a `.vue` file the script blocks are read. */
export function specifiers(file: string, text: string): Specifier[] {
  const code = file.endsWith('.vue')
    ? [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
    : text
  const found: Specifier[] = []
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node)
    if (specifier) found.push(specifier)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest))
  return found
}

function specifierOf(node: ts.Node): Specifier | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const { moduleSpecifier } = node
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return undefined
    return { text: moduleSpecifier.text, typeOnly: ts.isImportDeclaration(node) ? isTypeImport(node) : node.isTypeOnly }
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
    return { text: node.argument.literal.text, typeOnly: true }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined
  const [argument] = node.arguments
  return argument && ts.isStringLiteral(argument) ? { text: argument.text, typeOnly: false } : undefined
}

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const named = importClause.namedBindings
  const onlyTypes =
    named && ts.isNamedImports(named) && named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly)
  return !importClause.name && onlyTypes === true
}

function resolved(from: string, text: string): string {
  const alias = ALIASES.find(([pattern]) => pattern.test(text))
  if (!alias && !text.startsWith('.')) return text.startsWith('node:') ? text : packageName(text)
  const plain = text.replace(/\?.*$/, '')
  const path = alias ? plain.replace(alias[0], alias[1]) : posix.join(posix.dirname(from), plain)
  const file = [path, `${path}.ts`, `${path}/index.ts`, path.replace(/\.js$/, '.ts')].find(
    (candidate) => /\.\w+$/.test(candidate) && existsSync(join(root, candidate)),
  )
  return file ?? `${path}${NOWHERE}`
}

function packageName(text: string): string {
  const parts = text.split('/')
  return parts.slice(0, text.startsWith('@') ? 2 : 1).join('/')
}
