"""Other engines on the same postings, each as good as it gets: own indexes, statistics, prepared questions."""
