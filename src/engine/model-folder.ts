import * as v from 'valibot';
import { createCheckedReader } from './integrity.ts';
import type { NormaliserData } from './normalise/index.ts';
import {
  type GazetteerData,
  GazetteerSchema,
  type Labels,
  LabelsSchema,
  NormaliserSchema,
  ObjectSchema,
  type Thresholds,
  ThresholdsSchema,
} from './schema.ts';
import { EngineError, type ModelInfo, type ReadModelFile } from './types.ts';

export const MODEL_NAME = 'lure-detector';
export const MODEL_FILE = 'onnx/model_quantized.onnx';

/** Everything that decides a verdict, checked and parsed. */
export interface ModelFolder {
  readonly info: ModelInfo;
  readonly onnx: Uint8Array;
  readonly tokenizer: { readonly json: object; readonly config: object };
  readonly labels: Labels;
  readonly thresholds: Thresholds;
  readonly gazetteer: GazetteerData;
  readonly normaliser: NormaliserData;
}

/**
 * Reads the model folder (docs/model-folder.md).
 * @throws EngineError `model-missing` or `model-damaged`, the latter also where a file does not hold what it should.
 */
export async function readModelFolder(readFile: ReadModelFile): Promise<ModelFolder> {
  const read = await createCheckedReader(readFile);
  async function parse<S extends v.GenericSchema>(name: string, schema: S): Promise<v.InferOutput<S>> {
    const { bytes } = await read(name);
    try {
      return v.parse(schema, JSON.parse(new TextDecoder().decode(bytes)));
    } catch (cause) {
      throw new EngineError('model-damaged', `${name}: ${cause instanceof Error ? cause.message : cause}`);
    }
  }
  const [onnx, json, config, labels, thresholds, gazetteer, normaliser] = await Promise.all([
    read(MODEL_FILE),
    parse('tokenizer.json', ObjectSchema),
    parse('tokenizer_config.json', ObjectSchema),
    parse('labels.json', LabelsSchema),
    parse('thresholds.json', ThresholdsSchema),
    parse('gazetteer.json', GazetteerSchema),
    parse('normaliser.json', NormaliserSchema),
  ]);
  return {
    info: { name: MODEL_NAME, sha256: onnx.sha256 },
    onnx: onnx.bytes,
    tokenizer: { json, config },
    labels,
    thresholds,
    gazetteer,
    normaliser,
  };
}
