/** A kind of work that Forbidden names in words, and the Python modules that give it away. */
export interface Topic {
  name: string;
  /** What an entry of Forbidden says when it means this topic. */
  words: RegExp;
  /**
   * Dotted names with blanks between them, each standing for all that is below it; `*` is any part of one segment. Where
   * several fit an import, the one with the most segments decides: `langchain_openai.OpenAIEmbeddings` makes embeddings, the
   * rest calls a model.
   */
  modules: string;
}

/** The packages that people use in 2026. A module of another use besides is listed by the part that serves the topic. */
export const TOPICS: readonly Topic[] = [
  {
    name: 'embeddings',
    words: /\bembed/i,
    // Stores of vectors (pgvector, qdrant_client, faiss) make none: searching them is a backend's own work.
    modules: `
      sentence_transformers fastembed FlagEmbedding InstructorEmbedding model2vec text2vec angle_emb uform infinity_emb
      pylate ragatouille voyageai nomic.embed laser_encoders open_clip fasttext
      gensim.models.Word2Vec gensim.models.Doc2Vec gensim.models.FastText
      gensim.models.word2vec gensim.models.doc2vec gensim.models.fasttext
      langchain_*.*Embeddings langchain_*.embeddings langchain.embeddings langchain_voyageai langchain_nomic
      llama_index.embeddings llama_index.core.embeddings
      haystack.components.embedders haystack_integrations.components.embedders
      pydantic_ai.embeddings txtai.embeddings lancedb.embeddings redisvl.utils.vectorize
      chromadb.utils.embedding_functions ollama.embed ollama.embeddings litellm.embedding litellm.aembedding
      google.generativeai.embed_content azure.ai.inference.*EmbeddingsClient azure.ai.inference.aio.*EmbeddingsClient
      vertexai.language_models.TextEmbeddingModel vertexai.preview.language_models.TextEmbeddingModel
      vertexai.vision_models.MultiModalEmbeddingModel
    `,
  },
  {
    name: 'workflows',
    words: /\bworkflow|\blanggraph\b/i,
    // Job queues (celery, arq, dramatiq, rq) run background jobs, which are a backend's own work.
    modules: `
      langgraph langgraph_sdk langgraph_supervisor langgraph_swarm langgraph_cli crewai crewai_tools
      autogen autogen_agentchat autogen_core autogen_ext ag2 agent_framework google.adk pydantic_graph burr
      llama_index.core.workflow llama_index.core.agent.workflow llama_deploy llama_agents
      agno.workflow semantic_kernel.processes temporalio.workflow
    `,
  },
  {
    name: 'language models',
    words: /\bllms?\b|\b(?:large )?language models?\b|\bchat models?\b|\bgen(?:erative )?ai\b/i,
    modules: `
      openai anthropic google.genai google.generativeai google.ai.generativelanguage vertexai mistralai cohere groq
      ollama litellm together replicate fireworks cerebras.cloud ai21 xai_sdk zhipuai zai dashscope qianfan perplexity
      ibm_watsonx_ai writerai sambanova openrouter portkey_ai aisuite azure.ai.inference langfuse.openai
      claude_agent_sdk claude_code_sdk
      huggingface_hub.InferenceClient huggingface_hub.AsyncInferenceClient huggingface_hub.inference text_generation
      transformers.pipeline transformers.AutoModelForCausalLM transformers.AutoModelForSeq2SeqLM
      vllm sglang llama_cpp ctransformers gpt4all mlx_lm exllamav2 lmstudio
      langchain langchain_classic langchain_core.language_models langchain_core.prompts langchain_core.runnables
      langchain_community.chat_models langchain_community.llms langchain_experimental
      langchain_openai langchain_anthropic langchain_google_genai langchain_google_vertexai langchain_aws
      langchain_azure_ai langchain_mistralai langchain_cohere langchain_groq langchain_ollama langchain_together
      langchain_fireworks langchain_huggingface langchain_deepseek langchain_xai langchain_nvidia_ai_endpoints
      langchain_ibm langchain_perplexity langchain_cerebras langchain_litellm langchain_openrouter
      llama_index haystack haystack_integrations.components.generators semantic_kernel pydantic_ai instructor dspy
      guidance outlines mirascope marvin magentic smolagents agno strands griptape promptflow txtai
    `,
  },
];
