"""Vietnamese text without any knowledge of documents."""
