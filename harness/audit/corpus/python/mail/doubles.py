class FakeMailSender:
    def __init__(self):
        self.sent = []

    async def send_mail(self, recipient, subject, body):
        self.sent.append(recipient)

    async def send_template(self, recipient, template, values):
        self.sent.append(template)

    def verify_address(self, recipient):
        return True
