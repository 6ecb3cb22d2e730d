import { describe, expect, test } from 'vitest';
import { findTopic } from '../../src/boundaries/find-topic.js';
import { judgeImports } from '../../src/boundaries/judge-imports.js';
import { TOPICS } from '../../src/boundaries/topics.js';
import { boundaries, SHIPPED } from './boundaries.js';

describe('the shipped boundaries', () => {
  test.each([
    ['import openai', 'openai', 'llm-integrator'],
    ['from openai import AsyncOpenAI', 'openai', 'llm-integrator'],
    ['import openai.types.chat as t', 'openai', 'llm-integrator'],
    ['from anthropic import Anthropic', 'anthropic', 'llm-integrator'],
    ['from google import genai', 'google.genai', 'llm-integrator'],
    ['import google.generativeai as genai', 'google.generativeai', 'llm-integrator'],
    ['from huggingface_hub import InferenceClient', 'huggingface_hub.InferenceClient', 'llm-integrator'],
    ['from langchain_openai import ChatOpenAI', 'langchain_openai', 'llm-integrator'],
    ['from langchain_openai import OpenAIEmbeddings', 'langchain_openai.OpenAIEmbeddings', 'data-pipeline-engineer'],
    ['from langchain_community.embeddings import X', 'langchain_community.embeddings', 'data-pipeline-engineer'],
    ['import sentence_transformers', 'sentence_transformers', 'data-pipeline-engineer'],
    ['from FlagEmbedding import BGEM3FlagModel', 'FlagEmbedding', 'data-pipeline-engineer'],
    ['from llama_index.core import VectorStoreIndex', 'llama_index', 'llm-integrator'],
    ['from llama_index.embeddings.openai import X', 'llama_index.embeddings', 'data-pipeline-engineer'],
    ['from llama_index.core.workflow import Workflow', 'llama_index.core.workflow', 'workflow-architect'],
    ['from langgraph.graph import StateGraph', 'langgraph', 'workflow-architect'],
    ['import crewai', 'crewai', 'workflow-architect'],
    ['import autogen', 'autogen', 'workflow-architect'],
    ['from temporalio import workflow', 'temporalio.workflow', 'workflow-architect'],
    ['import os\nfrom fastapi import APIRouter\nimport litellm', 'litellm', 'llm-integrator'],
  ])('forbid %j: %s is the work of %s', (text, module, owner) => {
    expect(judgeImports(SHIPPED, [], [text])).toMatchObject({ module, boundary: { owner } });
  });

  test.each([
    'import celery, arq',
    'import fastapi, sqlalchemy, pydantic',
    'from app.services import openai',
    'from app.services.openai import client',
    'from .openai import client',
    'from . import anthropic',
    'import openai_tools, openaix',
    'from google.cloud import storage',
    'from google import auth',
    'from huggingface_hub import hf_hub_download',
    'from pgvector.sqlalchemy import Vector',
    'import qdrant_client',
    'from temporalio.client import Client',
    'from langchain_text_splitters import TextSplitter',
    'from langchain_core.documents import Document',
    'from transformers import AutoTokenizer',
    '# import openai',
    '"""import openai"""',
    'import constructor, prototype, __proto__, toString',
  ])('say nothing of %j', (text) => {
    expect(judgeImports(SHIPPED, [], [text])).toBeUndefined();
  });

  test.each([
    ['an import that stays', 'import openai\nx = 1', 'import openai\nx = 2', undefined],
    ['an import that goes', 'import openai', 'import os', undefined],
    ['another name of the same module', 'from openai import OpenAI', 'from openai import AsyncOpenAI', undefined],
    ['an import that comes', 'import os', 'import os\nimport openai', 'openai'],
    ['a second one beside one that stays', 'import openai', 'import openai\nimport anthropic', 'anthropic'],
    ['one that was a comment before', '# import openai', 'import openai', 'openai'],
  ])('%s is judged by what the change adds', (_, before, after, module) => {
    expect(judgeImports(SHIPPED, [before], [after])?.module).toBe(module);
  });

  test('an import that moves from one place to another is not added', () => {
    expect(judgeImports(SHIPPED, ['import openai', 'x'], ['', 'import openai\nx'])).toBeUndefined();
  });
});

test.each([
  ['embedding generation', 'import fastembed'],
  ['computing embeddings', 'import fastembed'],
  ['workflow definitions', 'import langgraph'],
  ['LangGraph', 'import langgraph'],
  ['direct LLM calls', 'import openai'],
  ['calls to LLMs', 'import openai'],
  ['language models', 'import openai'],
  ['GenAI', 'import openai'],
])('the topic %j is recognised', (forbidden, text) => {
  expect(judgeImports(boundaries({ forbidden }), [], [text])?.boundary.value).toBe(forbidden);
});

test('only forbidden topics count, and a topic without an owner gets none', () => {
  expect(
    judgeImports(boundaries({ forbidden: 'workflow definitions, payments' }), [], ['import openai']),
  ).toBeUndefined();
  expect(judgeImports(boundaries({ forbidden: 'openai/**' }), [], ['import openai'])).toBeUndefined();
  const found = judgeImports(boundaries({ forbidden: 'LLM calls' }), [], ['import openai']);
  expect(found).toMatchObject({ module: 'openai', boundary: { value: 'LLM calls' } });
  expect(found).not.toHaveProperty('boundary.owner');
});

test('every module of the table is found under its own topic, and none stands there twice', () => {
  const modulesOf = ({ modules }: (typeof TOPICS)[number]) => modules.trim().split(/\s+/);
  const all = TOPICS.flatMap(modulesOf);
  expect(new Set(all).size).toBe(all.length);
  for (const topic of TOPICS) {
    const { name } = topic;
    for (const module of modulesOf(topic)) {
      const concrete = module.replaceAll('*', 'Some');
      for (const dotted of [concrete, `${concrete}.below`]) {
        expect(findTopic(dotted), dotted).toEqual({ module: concrete, topic: name });
      }
      expect(findTopic(`x${concrete}`), `x${concrete}`).toBeUndefined();
    }
  }
});

test.each(['', '_', '_openai', '.openai', 'open', 'openaix', 'langchain_'])('%j is no module of the table', (name) => {
  expect(findTopic(name)).toBeUndefined();
});
