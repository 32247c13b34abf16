"""The demo board: invented employers, people, postings and applications, the same every time they are sown."""
