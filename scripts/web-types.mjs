// Types of the console's GraphQL operations: beside every web/src/**/NAME.graphql, NAME.graphql.ts with its typed documents,
// made from schema.graphql. Files whose text would not change are left alone.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, validate } from 'graphql';

const schemaAst = buildSchema(readFileSync('schema.graphql', 'utf8'));
const schema = parse(readFileSync('schema.graphql', 'utf8'));
const config = {
  scalars: { DateTime: 'string', LocalDate: 'string', Decimal: 'string', Fen: 'number', ID: 'string' },
  enumsAsTypes: true,
  skipTypename: true,
  useTypeImports: true,
  dedupeFragments: true,
};

for (const entry of readdirSync('web/src', { recursive: true, withFileTypes: true })) {
  if (!entry.name.endsWith('.graphql')) continue;
  const location = `${entry.parentPath}/${entry.name}`;
  const document = parse(readFileSync(location, 'utf8'));
  const faults = validate(schemaAst, document);
  if (faults.length > 0) throw new Error(`${location}: ${faults.map(({ message }) => message).join('; ')}`);
  const text = await codegen({
    schema,
    schemaAst,
    config,
    filename: `${location}.ts`,
    documents: [{ location, document }],
    plugins: [{ operations: {} }, { typedDocumentNode: {} }],
    pluginMap: { operations, typedDocumentNode },
  });
  const file = `${location}.ts`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}
