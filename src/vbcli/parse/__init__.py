"""Source → Document: paragraphs rejoined, head and closing read, outline built."""
